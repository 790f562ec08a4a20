/// The files of a site that are the same for every library, but for style and scripts, which have files of their own here.
enum SiteAssets {
  static let icon: StaticString = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1f5f6b"/>\
    <path d="M8 8h6c1.5 0 2 .8 2 2v14c0-1-.8-2-2-2H8zM24 8h-6c-1.5 0-2 .8-2 2v14c0-1 .8-2 2-2h6z" fill="#fff"/></svg>

    """
}
