-- Found by age once an hour, and written with every call: the smallest index there is.
CREATE INDEX draws_by_age ON chaos.draws USING brin (at);
