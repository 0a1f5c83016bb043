"""The interview: which question comes next, how it is asked, and where answers are kept."""
