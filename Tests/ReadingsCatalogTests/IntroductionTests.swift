import ReadingsCatalog
import Testing

@Suite struct InstitutionTests {
  @Test(arguments: [
    "Example University", "Northern University of Science and Technology & Horizon Robotics",
    "Maps Electric Industry Co., Ltd", "University of Maps, Davis", "Google Brain, Toronto",
    "Institut Cartographique", "HKUST & UTS", "Max Planck Institute for Intelligent Systems",
    "Facebook AI Research & Univ. Grenoble Alpes",
    "Digital Media & Communications R&D Center, Samsung Electronics",
    "The Hong Kong University of Science and Technology & DJI", "Université de Montréal & Microsoft Research",
    "UC Berkeley / ICSI", "Preferred Networks, Inc & Map Research Institute", "Aalto university",
    "JD AI research",
    "&Shanghai University & IBM T. J. Watson Research Center", "Megvii (Face++) & IBM Research AI – Ireland",
  ])
  func namesOfInstitutionsAreRecognised(_ text: String) {
    #expect(Institution.isList(ByteText(text)))
  }

  @Test(arguments: [
    "Ann Lee", "Deep Learning & Reinforcement Learning", "Google Street Maps, soft-assignment, triplet loss",
    "This is a repository for the Stanford teams", "Stanford University Deep Learning Course",
    "Maps / Charts / Plans", "NVIDIA Mapper and Torch 7, 30 FPS", "",
    "a course at the University of Maps",
  ])
  func otherPhrasesAreNot(_ text: String) {
    #expect(!Institution.isList(ByteText(text)))
  }
}

@Suite struct CreditTests {
  @Test(arguments: [
    ("Ann Lee, Google DeepMind", ["Ann Lee"], "Google DeepMind"),
    ("Ann Lee [Google DeepMind]", ["Ann Lee"], "Google DeepMind"),
    ("Ann Lee[UC Maps]", ["Ann Lee"], "UC Maps"),
    ("by Bo Chen [DeepMind]", ["Bo Chen"], "DeepMind"),
    ("Ann Lee & Bo Chen, Google Brain, Toronto", ["Ann Lee", "Bo Chen"], "Google Brain, Toronto"),
    ("Ann Lee and Bo Chen (Example University)", ["Ann Lee", "Bo Chen"], "Example University"),
    ("Ann Lee, Bo Chen, Cara Diaz", ["Ann Lee", "Bo Chen", "Cara Diaz"], nil),
  ])
  func peopleAndTheirPlaceAreTold(_ text: String, _ authors: [String], _ affiliation: String?) {
    let credit = Credit(ByteText(text))
    #expect(credit?.authors.map(\.string) == authors)
    #expect(credit?.affiliation?.string == affiliation)
  }

  @Test(arguments: [
    "Intel Labs", "Imperial College London", "ACM Multimedia 2016", "Example Inc. & MIT", "Cartography", "",
    "Maps are read in parts, as Google does", "Example University, Mapville",
    "Map Technology Co.,Ltd", "One-hot Maps (read in parts) help to find roads (Lee & Chen, 2015)",
  ])
  func placesAloneCreditNobody(_ text: String) {
    #expect(Credit(ByteText(text)) == nil)
  }
}

@Suite struct VenuePhraseTests {
  @Test(arguments: [
    ("25th International Symposium on Readable Maps", "25th International Symposium on Readable Maps", nil),
    ("IEEE Transactions on Maps, 2017", "IEEE Transactions on Maps", 2017),
    ("ECCV Workshop on Map Segmentation, 2016", "ECCV Workshop on Map Segmentation", 2016),
    ("ACM Multimedia 2016", "ACM Multimedia 2016", 2016),
    ("Accepted to Map Compression Conference", "Map Compression Conference", nil),
    ("International Journal of Maps", "International Journal of Maps", nil),
    ("CVPR Workshop 2015", "CVPR Workshop 2015", 2015), ("DCC 2017", "DCC 2017", 2017),
    (
      "23rd MAPS Conference on Knowledge of Maps (KDD), 2017",
      "23rd MAPS Conference on Knowledge of Maps (KDD)",
      2017
    ),
  ])
  func venuesThatAreWrittenOutAreRead(_ text: String, _ name: String, _ year: Int?) {
    let venue = VenuePhrase.venue(ByteText(text))
    #expect(venue?.name.string == name)
    #expect(venue?.year == year)
  }

  @Test(arguments: [
    "The conference where we met", "ACM maps are fine", "Winner of the Map Workshop", "Maps", "",
    "tutorial at the May Map Summit", "Learning to Read Maps",
  ])
  func otherPhrasesAreNoVenues(_ text: String) {
    #expect(VenuePhrase.venue(ByteText(text)) == nil)
  }
}

@Suite struct SentenceTests {
  @Test(arguments: [
    ("CVPR 2015. Example Labs", 2), ("Example Inc. & MIT", 1), ("Maps Univ. & North Univ. of Maps", 1),
    ("Maps Electric Co., Ltd", 1), ("Made by J. Lee. It works.", 2), ("Example Inc. CVPR 2015", 2),
  ])
  func abbreviationsEndNoSentence(_ text: String, _ count: Int) {
    #expect(ByteText(text).sentences.count == count)
  }
}
