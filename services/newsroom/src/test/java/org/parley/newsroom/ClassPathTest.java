package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The class path has no library that deserializes objects of arbitrary classes. */
class ClassPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com/thoughtworks/xstream/XStream.class",
                "io/github/xstream/mxparser/MXParser.class",
                "org/apache/commons/collections/functors/InvokerTransformer.class",
                "org/apache/commons/beanutils/PropertyUtils.class",
                "org/apache/commons/digester/Digester.class"
            })
    void hasNoUnsafeDeserialization(String resource) {
        assertThat(ClassPathTest.class.getClassLoader().getResource(resource)).isNull();
    }
}
