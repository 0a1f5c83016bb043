"""The line of reasoning: assess, judge, choose, compose; each a pure function."""
