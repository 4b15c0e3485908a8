package org.parley.domain.party;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds all parties that a command or event names, in whichever field. */
public final class PartyMentions {
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(c -> c.getType() == Actors.class || c.getType() == PartyCode.class || isRecordList(c))
                    .toList();
        }
    };

    private PartyMentions() {}

    /**
     * A mention of a party.
     *
     * @param pointer the JSON pointer to the mention in the command, such as {@code /by/0/party}
     * @param person the person who speaks for the party; null if none is named
     * @param isActing whether the party acts, see {@link ActingParty}
     */
    public record Mention(
            String pointer, PartyCode party, @Nullable String person, boolean isActing) {
        /** The name of the component that the party is named in: {@code by}. */
        public String component() {
            int end = pointer.indexOf('/', 1);
            return pointer.substring(1, end < 0 ? pointer.length() : end);
        }
    }

    /** All mentions of parties in the components of a record, in their order. */
    public static List<Mention> in(Record record) {
        List<Mention> mentions = new ArrayList<>();
        for (RecordComponent component : COMPONENTS.get(record.getClass())) {
            String pointer = "/" + component.getName();
            boolean acting = component.isAnnotationPresent(ActingParty.class);
            Object value = valueOf(component, record);
            if (value instanceof PartyCode code) {
                mentions.add(new Mention(pointer, code, null, acting));
            } else if (value instanceof Actors actors) {
                for (int i = 0; i < actors.list().size(); i++) {
                    Actor actor = actors.list().get(i);
                    mentions.add(new Mention(pointer + "/" + i + "/party", actor.party(), actor.person(), acting));
                }
            } else if (value instanceof List<?> records) {
                for (int i = 0; i < records.size(); i++) {
                    String item = pointer + "/" + i;
                    in((Record) records.get(i)).stream()
                            .map(mention ->
                                    new Mention(item + mention.pointer(), mention.party(), mention.person(), acting))
                            .forEach(mentions::add);
                }
            }
        }
        return mentions;
    }

    /** The names of the components in which records of a type name parties. */
    public static List<String> components(Class<?> type) {
        return COMPONENTS.get(type).stream().map(RecordComponent::getName).toList();
    }

    /** The parties named, each once. */
    public static Parties parties(Record record) {
        return new Parties(in(record).stream().map(Mention::party).toList());
    }

    /** Whether the component is a list of records that name a party. */
    private static boolean isRecordList(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                && list.getRawType() == List.class
                && list.getActualTypeArguments()[0] instanceof Class<?> item
                && item.isRecord()
                && Arrays.stream(item.getRecordComponents()).anyMatch(each -> each.getType() == PartyCode.class);
    }

    private static Object valueOf(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component + " of " + record.getClass(), e);
        }
    }
}
