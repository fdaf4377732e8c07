-- Which reviews the judgements count, and in which order.
select line, review_id from review_lines;
