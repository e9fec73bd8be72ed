"""Words, not news: sentences, figures, dates, quotations, names, similarity."""
