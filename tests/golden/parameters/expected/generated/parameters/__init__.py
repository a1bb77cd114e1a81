"""Parameters in every place, bodies of every form, and headers of answers."""
