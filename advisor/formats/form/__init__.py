"""The blank questionnaire, for paper and for a spreadsheet."""
