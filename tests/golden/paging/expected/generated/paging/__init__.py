"""Lists that go on: by offset, by page, by cursor, by link."""
