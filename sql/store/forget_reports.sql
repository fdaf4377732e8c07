-- Takes these reports' rows out, so that they can be written anew.
delete from zones where report_id in (select unnest($ids));
delete from figures where report_id in (select unnest($ids));
delete from claims where report_id in (select unnest($ids));
delete from reports where report_id in (select unnest($ids));
