"""Things that hang on things: whose they are follows the chain of their producers."""
