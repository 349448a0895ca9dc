-- Lists of runs are merged from those of each kind and status: by age alone, a rare status would be looked for among all runs.
drop index order_book.runs_by_age;
