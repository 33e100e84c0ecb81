using System.Text.Json;
using System.Text.Json.Serialization;

namespace Connect.Domain.Common;

/// <summary>An amount in JSON: a number of kronor without VAT, exact to 1/10 000: <c>134.81</c>.</summary>
public sealed class MoneyJsonConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        const long mostKronor = long.MaxValue / Money.PerKrona;
        return reader.TryGetDecimal(out var kronor) && decimal.Abs(kronor) <= mostKronor ? Money.FromKronor(kronor) : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Kronor);
}
