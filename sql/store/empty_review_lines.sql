delete from review_lines;
