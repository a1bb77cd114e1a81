"""How editors and pages colour specs: the words by their class, and a lexer for Pygments.

Words come from the grammar alone; what is made of them for editors is generated from here, by
`tools/editor_files.py`.
"""
