package dev.aludel.fuzz;

/** An attribute that had another name: {@code @RenamedFrom("a0") Integer a0Later;}. */
record RenamedAttribute(Attribute attribute) implements Attribute {

    @Override
    public Member in(Place place) {
        // a column with a name of its own is called by it
        String old = attribute
                .in(place)
                .column()
                .map(column -> column.replaceAll("^(`|\\\\\")|(`|\\\\\")$", ""))
                .orElse(place.name());
        Member member = attribute.in(place.later());
        return new Member(
                "@dev.aludel.RenamedFrom(\"" + old + "\") " + member.declaration(),
                member.column(),
                member.number(),
                member.text(),
                member.classes());
    }
}
