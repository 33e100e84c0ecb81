-- A credit note has a settlement of its own (6); it was told as credited (5), as what it credits is.
UPDATE Invoice SET Settlement = 6 WHERE IsCreditNote = 1;
