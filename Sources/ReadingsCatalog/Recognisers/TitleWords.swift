/// Words that stand in titles, labels and headings but in nobody's name.
enum TitleWords {
  static func contains(_ word: ByteText) -> Bool { words.contains(word) }

  private static let words = WordSet(words: list)

  static let list: [StaticString] = [
    "a", "abstract", "additional", "advances", "agent", "agents", "ai", "algorithm", "algorithms", "an",
    "analysis", "and", "application", "applications", "approach", "architecture", "article", "attention",
    "author", "authors", "award", "background", "basic", "basics", "benchmark", "benchmarks", "blending",
    "blog",
    "book", "by", "challenge", "code", "comments", "comparison", "competition", "computation", "computing",
    "conclusion", "contributions", "control", "convolutional", "data", "dataset", "decoder", "deep", "demo",
    "department", "design", "detection", "distillation", "efficient", "electric", "elements", "encoder",
    "engineering", "evaluation", "examples", "experiments", "extra", "federated", "finding", "findings",
    "for", "framework", "from", "game", "generation", "generative", "github", "google", "graph", "guide",
    "highlights", "homepage", "how", "image", "improving", "in", "inception", "industry", "inference",
    "insights", "introduction", "key", "knowledge", "language", "large", "learning", "lecture", "library",
    "link", "links", "llm", "llms", "machine", "machines", "main", "management", "media", "memory",
    "method", "methods", "model", "models", "more", "multimodal", "network", "networks", "neural", "new",
    "note", "notes", "of", "on", "open", "optimization", "our", "overview", "paper", "papers", "pdf",
    "performance", "phd", "policy", "pose", "presentation", "prize", "problem", "product", "project",
    "propagation", "pytorch", "question", "questions", "reading", "readings", "reasoning", "recognition",
    "recommended", "reinforcement", "related", "release", "report", "required", "research", "results",
    "review", "robotics", "sampling", "search", "section", "session", "slides", "software", "source",
    "strategy", "student", "students", "summary", "survey", "system", "systems", "task", "tasks", "team",
    "technical", "technologies", "technology", "tensorflow", "text", "the", "theory", "thesis", "this",
    "to", "tool", "tools", "topic", "towards", "training", "transformer", "transformers", "tutorial",
    "understanding", "university", "update", "url", "using", "via", "video", "videos", "vision", "website",
    "what", "why", "with", "work",
  ]
}
