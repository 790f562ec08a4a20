print("readings")
