-- Takes out the judgements that a review changes, so that they can be made anew: a line for each view that reads review_lines, at any remove.
drop table if exists best_figures;
drop table if exists discrepancies;
drop table if exists discrepancy_voices;
drop table if exists reviews;
