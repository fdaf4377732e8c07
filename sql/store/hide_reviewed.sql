-- Puts empty tables of this connection alone before what a review changes, to be filled where the database itself cannot be written.
create temp table review_lines as from main.review_lines limit 0;
create temp table best_figures as from main.best_figures limit 0;
create temp table discrepancies as from main.discrepancies limit 0;
create temp table discrepancy_voices as from main.discrepancy_voices limit 0;
create temp table reviews as from main.reviews limit 0;
