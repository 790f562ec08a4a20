internal import ReadingsCLI

ReadingsCommandLine.main()
