plugins {
    kotlin("jvm") version "2.0.21"
    id("com.apollographql.apollo") version "4.4.2"
}

repositories { mavenCentral() }

dependencies { implementation("com.apollographql.apollo:apollo-runtime:4.4.2") }

apollo {
    service("waybill") {
        packageName.set("com.example.shop")
        // src/main/graphql holds schema.graphql and your documents.
        listOf("DateTime", "Duration", "Decimal", "CurrencyCode", "Cursor").forEach { mapScalar(it, "kotlin.String") }
    }
}
