"""All that the spec's own tests can say."""
