using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Connect.Application.Common.Messaging;

namespace Connect.Application.Common.Behaviors;

/// <summary>What tells a request that is sent again from another one under the same id.</summary>
internal static class RequestContent
{
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutSecrets } } };

    public static string HashOf<T>(T request) => Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, Options)));

    // Whoever knows the rest of the request has soon tried all that a PIN can be.
    private static void LeaveOutSecrets(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.AttributeProvider?.IsDefined(typeof(SecretAttribute), inherit: true) == true) property.ShouldSerialize = (_, _) => false;
    }
}
