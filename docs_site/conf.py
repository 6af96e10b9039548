"""How Sphinx makes the site. `docs_site/build.py` calls it; the pages are those that `docs_site/stage.py` has laid out."""

import tomllib
from pathlib import Path

HERE = Path(__file__).parent
PROJECT = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]

project = "Mutuals"
author = PROJECT["authors"][0]["name"]
release = version = PROJECT["version"]
language = "en"

extensions = ["myst_parser"]
root_doc = "index"
source_suffix = {".md": "markdown"}
exclude_patterns = ["files/**"]
myst_heading_anchors = 6  # as on the repository's pages
myst_links_external_new_tab = False
suppress_warnings = ["myst.header"]  # a page may skip a level of headings
highlight_language = "none"
pygments_style = "a11y-high-contrast-light"

templates_path = [str(HERE / "templates")]
html_static_path = [str(HERE / "static")]
html_css_files = ["site.css"]
html_js_files = ["focus.js"]
html_theme = "pydata_sphinx_theme"
html_title = f"Mutuals {release}"
html_show_sphinx = False
html_show_sourcelink = False
html_copy_source = False
html_use_index = False
html_sidebars = {"**": ["pages.html"]}
html_theme_options = {
    "logo": {"text": f"Mutuals {release}"},
    "navbar_center": [],
    "navbar_end": ["theme-switcher"],
    "navbar_persistent": ["search-button"],
    "secondary_sidebar_items": ["page-toc"],
    "footer_start": [],
    "footer_end": [],
    "show_prev_next": True,
    "back_to_top_button": False,
    "search_bar_text": "Search the documents",
    "pygments_light_style": "a11y-high-contrast-light",
    "pygments_dark_style": "a11y-high-contrast-dark",
}
