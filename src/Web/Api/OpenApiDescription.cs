using Connect.Application.Identity;
using Connect.Domain.Common;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Connect.Web.Api;

/// <summary>What the OpenAPI document says beyond the endpoints themselves.</summary>
internal static class OpenApiDescription
{
    private static readonly string Tokens = "A personal token (cpt_…), made under Mina uppgifter. Its scopes leave of the user's own rights: "
        + string.Join("; ", TokenScopes.All.Select(scope => $"{scope.Key}: {string.Join(", ", scope.Value)}")) + ".";

    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1", StringComparison.OrdinalIgnoreCase) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Connect", Version = "v1", Description = "The portal's commands and queries, with the same rights and reach." };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An operator key (cop_…)." };
            document.Components.SecuritySchemes["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = Tokens };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            // Written by a converter of its own, which the generator can't look into.
            if (context.JsonTypeInfo.Type == typeof(Money)) (schema.Type, schema.Description) = (JsonSchemaType.Number, "Kronor without VAT.");
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            // A parameter that binds itself is unknown to the API explorer.
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<System.Reflection.MethodInfo>().Any(m => m.GetParameters().Any(p => p.ParameterType == typeof(IdempotencyKey))))
                (operation.Parameters ??= []).Add(new OpenApiParameter { Name = IdempotencyKey.Header, In = ParameterLocation.Header, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" } });
            return Task.CompletedTask;
        });
    }
}
