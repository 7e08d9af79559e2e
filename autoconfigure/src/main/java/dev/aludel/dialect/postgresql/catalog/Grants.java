package dev.aludel.dialect.postgresql.catalog;

/**
 * Prints the statements that lead from the privileges which an object has when it is made to those that it has now (PostgreSQL manual,
 * Privileges): what default privileges would give in addition is revoked, grant options are kept, and what another than the owner
 * granted is granted by the same role again.
 */
final class Grants {

    private Grants() {}

    /**
     * An array of statements for a whole object.
     *
     * @param acl its privileges, null for the default ones
     * @param owner the owner's oid
     * @param namespace the oid of its schema
     * @param object how {@code grant} names it
     * @param kind its letter in {@code acldefault}
     */
    static String of(String acl, String owner, String namespace, String object, String kind) {
        String defaultKind = kind.equals("s") ? "S" : kind;
        return """
                array(
                    with given as (
                        select x.grantee, x.privilege_type as privilege, x.is_grantable as grantable
                        from aclexplode(acldefault('%5$s', %2$s)) x
                        union
                        select x.grantee, x.privilege_type, x.is_grantable
                        from pg_catalog.pg_default_acl d cross join lateral aclexplode(d.defaclacl) x
                        where d.defaclrole = (select oid from pg_catalog.pg_roles where rolname = current_user)
                            and d.defaclobjtype = '%6$s' and d.defaclnamespace in (0, %3$s)),
                    held as (
                        select h.grantor, h.grantee, h.privilege, h.grantable, h.n
                        from aclexplode(coalesce(%1$s, acldefault('%5$s', %2$s)))
                            with ordinality as h (grantor, grantee, privilege, grantable, n)),
                    spare as (
                        select distinct g.grantee from given g
                        where not exists (select from held h where h.grantee = g.grantee and h.privilege = g.privilege
                            and (h.grantable or not g.grantable))),
                    missing as (
                        select h.* from held h
                        where h.grantee in (select s.grantee from spare s)
                            or (h.grantee, h.privilege, h.grantable) not in (select g.grantee, g.privilege, g.grantable from given g))
                    select t.text from (
                        select 0 as step, s.grantee::bigint as n, 'revoke all on ' || %4$s || ' from ' || %7$s as text from spare s
                        union all
                        select 1 + (m.grantor <> %2$s)::int, min(m.n), %8$s
                        from missing m group by m.grantor, m.grantee, m.grantable) t
                    order by t.step, t.n)
                """.formatted(
                        acl,
                        owner,
                        namespace,
                        object,
                        kind,
                        defaultKind,
                        role("s.grantee"),
                        granted("string_agg(lower(m.privilege), ', ' order by m.n)", object, owner));
    }

    /**
     * An array of statements for the columns of a relation, which have no privileges of their own at first.
     *
     * @param relation its oid
     * @param owner the owner's oid
     * @param column a condition for its columns, {@code a} in {@code pg_attribute}
     */
    static String ofColumns(String relation, String owner, String column) {
        String object = relation + "::regclass";
        return """
                array(select t.text from (
                    select a.attnum, (m.grantor <> %2$s)::int as step, min(m.n) as n, %4$s as text
                    from pg_catalog.pg_attribute a
                    cross join lateral aclexplode(a.attacl) with ordinality as m (grantor, grantee, privilege, grantable, n)
                    where a.attrelid = %1$s and a.attnum > 0 and not a.attisdropped and %3$s
                    group by a.attnum, a.attname, m.grantor, m.grantee, m.grantable) t
                    order by t.step, t.attnum, t.n)
                """.formatted(
                        relation,
                        owner,
                        column,
                        granted(
                                "string_agg(lower(m.privilege) || ' (' || quote_ident(a.attname) || ')', ', ' order by m.n)",
                                object,
                                owner));
    }

    /** A grant as the owner's, which every owner may say, or as another role's, in a block that gives the role back. */
    private static String granted(String privileges, String object, String owner) {
        String grant =
                "'grant ' || %s || ' on ' || %s || ' to ' || %s || case when m.grantable then ' with grant option' else '' end"
                        .formatted(privileges, object, role("m.grantee"));
        return """
                case when m.grantor = %2$s then %1$s else 'do ' || quote_literal(
                    'declare me text := current_user; begin set local role ' || quote_ident(pg_get_userbyid(m.grantor)) || '; '
                        || %1$s || '; execute format(''set local role %%I'', me); end') end
                """.formatted(grant, owner);
    }

    private static String role(String oid) {
        return "case %1$s when 0 then 'public' else quote_ident(pg_get_userbyid(%1$s)) end".formatted(oid);
    }
}
