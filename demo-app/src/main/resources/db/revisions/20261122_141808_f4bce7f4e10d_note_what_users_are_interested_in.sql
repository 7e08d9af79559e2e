-- revision: f4bce7f4e10d
-- down-revision: 4df49fb04ab9
-- message: note what users are interested in
-- created: 2026-11-22T14:18:08Z
-- creates: table user_interests

-- upgrade
create table user_interests (
    user_id bigint not null,
    interest varchar(50) not null,
    constraint user_interests_pkey primary key (user_id, interest)
);

alter table user_interests add constraint fkdv9fflrh61wyuujfwx2yn1tb4 foreign key (user_id) references users (id);

-- downgrade
alter table user_interests drop constraint fkdv9fflrh61wyuujfwx2yn1tb4;
-- hazard drop-table: Dropping table 'user_interests' loses all its rows; a downgrade makes it again, but empty. If they may be needed, keep them first: create table user_interests_kept as table user_interests;
drop table user_interests;
