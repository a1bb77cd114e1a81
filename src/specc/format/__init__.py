"""The formatter: prints syntax trees in the one layout that specs have.

A tree becomes a document (`documents`), by a function for each kind of node (`families`); the
document is laid out in lines (`layout`, `rows`). What a tree does not hold comes from the text that
it was read from (`written`): comments, blank lines, the spelling of literals, and where its author
broke a line behind an opening bracket. `specc.format.formatting.format_text` is where one starts.
"""
