package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What came with a library and is best not there: it makes objects of any class out of what it is given to read. */
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
    void isWithoutWhatMakesObjectsOfAnyClass(String resource) {
        assertThat(ClassPathTest.class.getClassLoader().getResource(resource)).isNull();
    }
}
