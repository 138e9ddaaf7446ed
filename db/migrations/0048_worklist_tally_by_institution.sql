-- Who sees few baskets reads few lines, however many there are.
create index worklist_tally_institution on worklist_tally (institution);
comment on index worklist_tally_institution is 'The lines of each basket';
