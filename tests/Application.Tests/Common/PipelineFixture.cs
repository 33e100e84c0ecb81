using Connect.Application.Common.Messaging;
using Connect.Application.Common.Ports;
using Connect.Application.Common.Security;
using Connect.Domain.Common;
using Connect.Domain.Users;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace Connect.Application.Tests.Common;

/// <summary>The real pipeline around small messages of its own; what happens is told in <see cref="Log"/>.</summary>
internal sealed class PipelineFixture
{
    private readonly ServiceProvider _services;
    private Action<CurrentUser> _caller = _ => { };

    public PipelineFixture()
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(new LineKeeper(this)));
        services.AddSingleton<TimeProvider>(new FakeTimeProvider());
        services.AddSingleton(this);
        services.AddSingleton(new Connect.Application.Identity.IdentityOptions());
        services.AddApplication();
        services.AddSingleton<ITransactions, Transactions>();
        services.AddSingleton<IAuditLog, Audits>();
        services.AddSingleton(Subjects);
        services.AddSingleton<IProcessedRequests, Remembered>();
        services.AddTransient<IValidator<Rename>, Rename.Validator>();
        services.Scan(scan => scan.FromAssemblyOf<PipelineFixture>()
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false).AsImplementedInterfaces());
        _services = services.BuildServiceProvider();
    }

    public List<string> Log { get; } = [];

    /// <summary>What went to the program's log.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>The same request, sent at the same time, is answered with it before the next one can be.</summary>
    public string? QuickerAnswer { get; set; }

    public List<AuditRow> Audit { get; } = [];

    /// <summary>What a message names is looked for here.</summary>
    public IAuditSubjects Subjects { get; } = Substitute.For<IAuditSubjects>();

    public void LogIn(params Right[] rights) => _caller = user => user.Set(new UserIdentity
    {
        Id = Guid.Parse("0198c0de-0000-7000-8000-000000000001"), UserName = "anna.admin", DisplayName = "Anna", OrganisationName = "Bygg", Language = "sv",
        Reach = new AccountReach(Guid.Empty, Guid.Empty, true), Rights = rights.ToHashSet(),
    });

    public void ComeAsOperator(string scope) => _caller = user => user.Set(new OperatorIdentity("billing", new HashSet<string> { scope }));

    public async Task<T> SendAsync<T>(IRequest<T> message)
    {
        await using var scope = _services.CreateAsyncScope();
        _caller(scope.ServiceProvider.GetRequiredService<CurrentUser>());
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message);
    }

    private sealed class LineKeeper(PipelineFixture fixture) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => fixture.Lines.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }

    [Requires(Right.ManageSubscriptions)]
    internal sealed record Rename(string Name) : ICommand<string>
    {
        internal sealed class Validator : AbstractValidator<Rename>
        {
            public Validator() => RuleFor(m => m.Name).NotEmpty().MaximumLength(20);
        }

        internal sealed class Handler(PipelineFixture fixture, IAudit audit) : IRequestHandler<Rename, string>
        {
            public Task<string> Handle(Rename request, CancellationToken cancellationToken)
            {
                fixture.Log.Add("handle");
                audit.Change("old", request.Name);
                return request.Name == "taken" ? throw new DomainRuleException("NameTaken") : Task.FromResult(request.Name.ToUpperInvariant());
            }
        }
    }

    [OperatorOnly("import")]
    internal sealed record LoadFiles : ICommand<int>
    {
        internal sealed class Handler : IRequestHandler<LoadFiles, int>
        {
            public Task<int> Handle(LoadFiles request, CancellationToken cancellationToken) => Task.FromResult(1);
        }
    }

    [Requires(Right.ManageSubscriptions)]
    internal sealed record PlaceOnce(string What, Guid RequestId) : ICommand<Guid>, IOnce
    {
        internal sealed class Handler(PipelineFixture fixture) : IRequestHandler<PlaceOnce, Guid>
        {
            public Task<Guid> Handle(PlaceOnce request, CancellationToken cancellationToken)
            {
                fixture.Log.Add("handle");
                return Task.FromResult(Guid.CreateVersion7());
            }
        }
    }

    [Requires]
    internal sealed record CountThings : IQuery<int>
    {
        internal sealed class Handler : IRequestHandler<CountThings, int>
        {
            public Task<int> Handle(CountThings request, CancellationToken cancellationToken) => Task.FromResult(3);
        }
    }

    [Requires(Right.ManageSubscriptions)]
    internal sealed record Bar(Guid SubscriptionId) : ICommand<int>
    {
        internal sealed class Handler : IRequestHandler<Bar, int>
        {
            public Task<int> Handle(Bar request, CancellationToken cancellationToken) => throw new DomainRuleException("NotMobile");
        }
    }

    [Requires(Right.ViewSimSecrets), Audited]
    internal sealed record ShowSlowly : IQuery<string>
    {
        internal sealed class Handler(IAudit audit) : IRequestHandler<ShowSlowly, string>
        {
            public Task<string> Handle(ShowSlowly request, CancellationToken cancellationToken)
            {
                audit.Change(null, "asked");
                audit.Failed("PreviewTooLong");
                return Task.FromResult("");
            }
        }
    }

    [Requires(Right.ViewSimSecrets), Audited]
    internal sealed record ShowSecret : IQuery<string>
    {
        internal sealed class Handler : IRequestHandler<ShowSecret, string>
        {
            public Task<string> Handle(ShowSecret request, CancellationToken cancellationToken) => Task.FromResult("1234");
        }
    }

    internal sealed record Undeclared : IQuery<int>
    {
        internal sealed class Handler : IRequestHandler<Undeclared, int>
        {
            public Task<int> Handle(Undeclared request, CancellationToken cancellationToken) => Task.FromResult(0);
        }
    }

    private sealed class Transactions(PipelineFixture fixture) : ITransactions
    {
        public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
        {
            fixture.Log.Add("begin");
            try
            {
                var result = await work();
                fixture.Log.Add("commit");
                return result;
            }
            catch
            {
                fixture.Log.Add("rollback");
                throw;
            }
        }
    }

    private sealed class Audits(PipelineFixture fixture) : IAuditLog
    {
        public Task WriteAsync(AuditRow row, CancellationToken cancellation)
        {
            fixture.Log.Add($"audit {row.Action} {row.Outcome}");
            fixture.Audit.Add(row);
            return Task.CompletedTask;
        }
    }

    private sealed class Remembered(PipelineFixture fixture) : IProcessedRequests
    {
        private readonly Dictionary<(string, Guid), ProcessedRequest> _requests = [];

        public Task<ProcessedRequest?> FindAsync(string caller, Guid requestId, CancellationToken cancellation) =>
            Task.FromResult(_requests.GetValueOrDefault((caller, requestId)));

        public Task AddAsync(string caller, Guid requestId, ProcessedRequest request, DateTimeOffset at, CancellationToken cancellation)
        {
            if (fixture.QuickerAnswer is { } quicker)
            {
                _requests.Add((caller, requestId), request with { Result = quicker });
                throw new InvalidOperationException("There is one of that id.");
            }

            _requests.Add((caller, requestId), request);
            return Task.CompletedTask;
        }
    }
}
