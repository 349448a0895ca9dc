import com.apollographql.apollo.compiler.*;
import com.apollographql.apollo.compiler.codegen.*;
import java.io.File;
import java.lang.reflect.*;
import java.util.*;
import java.util.stream.*;

/** Validates documents against a schema and writes their Kotlin, as Apollo's Gradle plugin does: target, schema, documents. */
public class Compile {
  public static void main(String[] args) throws Exception {
    var schema = List.of(new InputFile(new File(args[1]), "schema.graphql"));
    var documents = Stream.of(args).skip(2).map(File::new).map(file -> new InputFile(file, file.getName())).toList();
    var scalars = Stream.of("DateTime", "Duration", "Decimal", "CurrencyCode", "Cursor")
        .collect(Collectors.toMap(name -> name, name -> "kotlin.String"));
    var build = Stream.of(ApolloCompiler.class.getMethods())
        .filter(each -> each.getName().equals("buildSchemaAndOperationsSources") && each.getParameterTypes()[0] == List.class)
        .findFirst().orElseThrow();
    Object[] given = {
      schema, documents, new CodegenSchemaOptions(scalars, Map.of(), null), withDefaults(IrOptions.class),
      withDefaults(CodegenOptions.class, TargetLanguage.KOTLIN_1_9, "com.example.shop"),
    };
    var output = (SourceOutput) build.invoke(ApolloCompiler.INSTANCE, Arrays.copyOf(given, build.getParameterCount()));
    SourceOutputKt.writeTo(output, new File(args[0]), true, null);
  }

  /** Options of which the first are given; null means the default for all others. */
  static <T> T withDefaults(Class<T> type, Object... given) throws Exception {
    var constructor = Stream.of(type.getConstructors())
        .filter(each -> each.getParameterCount() == 0 || each.getParameterTypes()[0] != int.class)
        .max(Comparator.comparingInt(Constructor::getParameterCount)).orElseThrow();
    return type.cast(constructor.newInstance(Arrays.copyOf(given, constructor.getParameterCount())));
  }
}
