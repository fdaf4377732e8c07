-- What the database says about itself.
select key, value
from meta;
