delete from origins;
