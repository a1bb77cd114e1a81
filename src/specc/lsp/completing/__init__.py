"""What may be written at the cursor: one file for each sort of it."""
