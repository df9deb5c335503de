"""Cities of more than 100,000 people, with the spellings of each language: `cities.tsv` and `names_cities/`."""
