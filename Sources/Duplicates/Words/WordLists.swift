/// The words that are known beforehand: those of grammar, those that many titles have, and marks of a kind of paper.
enum WordLists {
  /// The traits of every listed word.
  static let traits: [String: WordTraits] = {
    var traits: [String: WordTraits] = [:]
    for (words, trait) in lists {
      for word in words.split(separator: " ") { traits[String(word), default: []].insert(trait) }
    }
    return traits
  }()

  /// How many of a thousand titles have the word, roughly, for the words that are frequent in titles of science.
  ///
  /// They keep the weights of words sensible in a library of a few titles, where every word is rare.
  static let frequencies: [String: Double] = {
    var frequencies: [String: Double] = [:]
    for (words, frequency) in frequentWords {
      for word in words.split(separator: " ") { frequencies[String(word)] = frequency }
    }
    return frequencies
  }()

  private static let lists: [(String, WordTraits)] = [
    (
      "a an the of for in on with and to by from via at as is are be its it into their our using towards toward "
        + "or do does can what how why we your you i un une le la les de des du der die das und el los las y et",
      .stop
    ),
    ("not no non never without neither nor cannot cant dont isnt arent", .negation),
    ("ii iii iv vi vii viii ix xi xii", .roman),
    ("part volume vol chapter lecture episode", .part),
    ("survey surveys review reviews overview tutorial", .survey),
    (
      "erratum errata corrigendum corrigenda addendum retraction retracted reply response responses comment "
        + "comments rejoinder correction corrections rebuttal commentary summary",
      .response
    ),
    (
      "editorial editorials editor editors note notes preface foreword introduction introductory guest message "
        + "messages chair chairs chairmans letter letters column columns welcome contents index standards report "
        + "reports news announcement announcements book books review reviews obituary errata erratum panel keynote "
        + "address talk invited special issue section special corner forum abstracts abstract conference workshop "
        + "proceedings committee organization program reviewers acknowledgment acknowledgments acknowledgement "
        + "discussion discussants summary conclusion conclusions overview untitled paper papers article articles "
        + "homework project projects slides lecture lectures tutorial tutorials readings references reference "
        + "appendix presidents president treasurers treasurer trade press research centers center profiles",
      .generic
    ),
    (
      "tutorial panel session sessions abstract abstracts extended demo demonstration demonstrations poster short "
        + "full long version paper invited talk keynote experience description preprint draft slides video oral "
        + "spotlight pdf code blog website link presentation summary",
      .format
    ),
    (
      "icml iclr nips neurips acl emnlp naacl eacl coling tacl cvpr iccv eccv wacv aaai ijcai kdd wsdm www sigir "
        + "cikm recsys sigmod vldb pods icde edbt sosp osdi nsdi asplos isca micro hpca mlsys eurosys atc fast "
        + "usenix icse fse ase issta pldi popl ccs ndss oakland chi uist icra iros rss corl colt aistats uai jmlr "
        + "tmlr tpami pami arxiv nature science cell pnas ieee acm bioinformatics interspeech icassp miccai "
        + "workshop conference conf proceedings proc journal spotlight oral poster preprint corr abs",
      .venue
    ),
  ]

  private static let frequentWords: [(String, Double)] = [
    ("learning model models network networks data language", 110),
    ("deep neural large based analysis system systems", 70),
    (
      "approach method methods efficient study application applications information design llm llms survey "
        + "reinforcement training optimization",
      35
    ),
    (
      "algorithm algorithms adaptive attention classification computer control detection distributed dynamic "
        + "estimation evaluation fast framework generation generative graph graphs human image images inference "
        + "intelligence knowledge machine modeling multi new online performance prediction problem problems "
        + "processing programming query queries recognition representation representations retrieval robust search "
        + "semantic software supervised techniques text theory time transformer transformers understanding "
        + "unsupervised video vision visual web",
      18
    ),
    (
      "3d adversarial agent agents architecture artificial automated automatic benchmark code complex computing "
        + "convolutional database databases dataset development diffusion domain effective embedding embeddings end "
        + "environment experiments exploring feature features few gradient high hierarchical improving integration "
        + "interactive interpretable linear local low management memory mining object open parallel planning policy "
        + "practical pre probabilistic process program programs quality random real reasoning recurrent review scale "
        + "scaling self sequence shot simple social space spatial speech state statistical structure structured task "
        + "tasks technology temporal testing towards transfer tree user variational world",
      8
    ),
  ]
}
