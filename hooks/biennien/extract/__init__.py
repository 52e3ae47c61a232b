"""Pure functions from an article's blocks to mentions: people, documents, dates, bodies, figures, statements."""
