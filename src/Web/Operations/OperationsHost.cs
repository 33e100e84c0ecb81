using Connect.Application.Common.Behaviors;
using Connect.Infrastructure.Operations;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Connect.Web.Operations;

/// <summary>What the operator watches the program by: logs, health, metrics and traces.</summary>
internal static class OperationsHost
{
    private const string ReadyTag = "ready";

    /// <param name="isCommand">A command's output is its own; only what is wrong is logged beside it.</param>
    public static void AddOperations(this WebApplicationBuilder builder, bool isCommand)
    {
        builder.Services.AddSerilog(logger => Configure(logger, builder, isCommand));
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [ReadyTag]);
        var endpoint = builder.Configuration["OpenTelemetry:Endpoint"] ?? builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        if (endpoint is not { Length: > 0 }) return;
        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddAspNetCoreInstrumentation().AddOtlpExporter(options => options.Endpoint = new Uri(endpoint)))
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter(MessageMetrics.Name).AddOtlpExporter(options => options.Endpoint = new Uri(endpoint)));
    }

    /// <summary>
    /// One line a request: method, route, status, milliseconds. The route's pattern and not its address, since addresses and
    /// query strings may hold numbers.
    /// </summary>
    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.MessageTemplate = "{Method} {Route} answered {StatusCode} in {Elapsed:0} ms";
        options.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new("Method", new ScalarValue(context.Request.Method)),
            new("Route", new ScalarValue((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)")),
            new("StatusCode", new ScalarValue(status)),
            new("Elapsed", new ScalarValue(elapsed)),
        ];
        options.GetLevel = (context, _, exception) => exception is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : IsQuiet(context) ? LogEventLevel.Debug : LogEventLevel.Information;
    });

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag) });
    }

    private static bool IsQuiet(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/health") || context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;

    private static void Configure(LoggerConfiguration logger, WebApplicationBuilder builder, bool isCommand)
    {
        logger.MinimumLevel.Is(isCommand ? LogEventLevel.Warning : LogEventLevel.Information)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Hangfire", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", isCommand ? LogEventLevel.Warning : LogEventLevel.Information)
            .ReadFrom.Configuration(builder.Configuration);
        // That the keys in the database are plain is said by the running program, where it matters.
        if (isCommand || builder.Environment.IsDevelopment()) logger.MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error);
        LogEventLevel? errorsFrom = isCommand ? LogEventLevel.Verbose : null; // what a command logs does not mix with its output
        // People read it in development, machines elsewhere.
        if (builder.Environment.IsDevelopment())
            logger.WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}", formatProvider: System.Globalization.CultureInfo.InvariantCulture, standardErrorFromLevel: errorsFrom);
        else logger.WriteTo.Console(new RenderedCompactJsonFormatter(), standardErrorFromLevel: errorsFrom);
    }
}
