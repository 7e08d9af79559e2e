-- V1__schema.sql and what followed, written by hand over the years
create table country (
    id serial primary key,
    iso_code char(2) not null constraint country_iso_uq unique,
    name text not null
);
create table address (
    id bigserial primary key,
    street varchar(120) not null,
    city varchar(80),
    country_id integer not null constraint address_country_fk references country
);
create index address_city_ix on address (city);
create table customer (
    id bigserial primary key,
    email text not null,
    full_name varchar(100),
    created_at timestamp default now() not null,
    updated_at timestamp(6),
    active boolean default true not null,
    credit numeric(12, 2) default 0,
    address_id bigint references address on delete set null,
    constraint customer_credit_ck check (credit >= 0)
);
create unique index customer_email_ux on customer (email);
create unique index customer_lower_email_ux on customer (lower(email));
create table category (
    id bigserial primary key,
    parent_id bigint constraint category_parent_fk references category on delete cascade deferrable initially deferred,
    slug varchar(255) not null,
    title varchar(255),
    constraint category_slug_uq unique (slug)
);
create table product (
    id bigserial primary key,
    sku varchar(40) not null,
    name varchar(255) not null,
    description text,
    price numeric not null,
    weight float8,
    stock int4 not null default 0,
    discontinued bool not null default false,
    constraint product_sku_uq unique (sku),
    constraint product_stock_ck check (stock >= 0)
);
comment on table product is 'what is sold';
comment on column product.sku is 'the stock keeping unit';
create table product_category (
    product_id bigint not null constraint pc_product_fk references product on delete cascade,
    category_id bigint not null constraint pc_category_fk references category,
    constraint product_category_pk primary key (category_id, product_id)
);
create table purchase (
    id bigserial primary key,
    customer_id bigint not null constraint purchase_customer_fk references customer,
    status varchar(20) not null constraint purchase_status_ck check (status in ('NEW', 'PAID', 'SENT')),
    ordered_at timestamptz not null default now(),
    total numeric(19, 2) not null
);
create index purchase_customer_ix on purchase (customer_id);
create index purchase_open_ix on purchase (ordered_at) where status = 'NEW';
create table purchase_line (
    purchase_id bigint not null constraint line_purchase_fk references purchase on delete cascade,
    line_no smallint not null,
    product_id bigint not null constraint line_product_fk references product,
    quantity integer not null constraint line_quantity_ck check (quantity > 0),
    price numeric(10, 2) not null,
    constraint purchase_line_pk primary key (purchase_id, line_no)
);
create table payment (
    id bigint generated always as identity primary key,
    purchase_id bigint not null constraint payment_purchase_fk references purchase,
    method varchar(16) not null,
    paid_at timestamp without time zone,
    amount decimal(12, 2) not null,
    constraint payment_once_uq unique (purchase_id, method)
);
create table review (
    id bigserial primary key,
    product_id bigint not null references product,
    customer_id bigint not null references customer,
    stars smallint not null check (stars between 1 and 5),
    body text,
    constraint review_once_uq unique (product_id, customer_id)
);
create table tag (
    id bigserial primary key,
    label varchar(64) collate "C" not null,
    constraint tag_label_uq unique (label)
);
create table product_tags (
    product_id bigint not null references product,
    tag varchar(64)
);
create table app_setting (
    setting_key varchar(64) not null primary key,
    setting_value text
);
create sequence voucher_seq start with 1000 increment by 50;
create table voucher (
    id bigint default nextval('voucher_seq') primary key,
    code bpchar not null,
    valid_until date,
    exclude using btree (code with =),
    constraint voucher_code_uq unique (code)
);
create table audit_entry (
    id bigserial primary key,
    at timestamp not null default current_timestamp,
    actor varchar(255),
    what varchar(1000),
    purchase_id bigint constraint audit_purchase_fk references purchase
);
create view open_purchase as select id, total from purchase where status <> 'SENT';
create function touch() returns trigger language plpgsql as $$ begin new.updated_at = now(); return new; end $$;
create trigger customer_touch before update on customer for each row execute function touch();
create table flyway_schema_history (installed_rank int primary key, version varchar(50), success boolean not null);
