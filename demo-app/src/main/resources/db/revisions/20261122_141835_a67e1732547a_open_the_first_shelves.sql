-- revision: a67e1732547a
-- down-revision: f4bce7f4e10d
-- message: open the first shelves
-- created: 2026-11-22T14:18:35Z

-- upgrade
insert into categories (slug, name) values
    ('children', 'Children''s books'),
    ('fiction', 'Fiction'),
    ('history', 'History'),
    ('science', 'Science');

insert into categories (slug, name, parent_id)
select shelf.slug, shelf.name, fiction.id
from (values ('crime', 'Crime'), ('fantasy', 'Fantasy')) as shelf (slug, name)
join categories fiction on fiction.slug = 'fiction';

-- downgrade
-- the books stay for sale, on no shelf
delete from product_categories
where category_id in (
    select id from categories where slug in ('children', 'fiction', 'history', 'science', 'crime', 'fantasy'));

delete from categories where slug in ('children', 'fiction', 'history', 'science', 'crime', 'fantasy');
