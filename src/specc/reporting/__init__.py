"""One run told to people: a page, a summary in Markdown, annotations. Pure: data in, text out."""
