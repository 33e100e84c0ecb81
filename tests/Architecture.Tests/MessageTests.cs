using System.Reflection;
using Connect.Application.Common.Messaging;
using Connect.Application.Common.Security;
using MediatR;

namespace Connect.Architecture.Tests;

/// <summary>Every message says who may send it, and stands with its handler.</summary>
public sealed class MessageTests
{
    private static readonly string[] BannedSuffixes = ["Command", "Query", "Dto", "Manager"];

    [Fact]
    public void Every_message_says_who_may_send_it()
    {
        Code.Messages.Where(message => Declarations(message) != 1).Select(message => message.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_message_is_a_command_a_long_command_or_a_query() =>
        Code.Messages.Where(message => new[] { typeof(ICommand<>), typeof(ILongCommand<>), typeof(IQuery<>) }.Count(kind => Code.Implements(message, kind)) != 1)
            .Select(message => message.Name).ShouldBeEmpty();

    [Fact]
    public void Every_message_has_one_handler()
    {
        var handled = Code.Handlers.SelectMany(Handled).ToLookup(message => message);
        Code.Messages.Where(message => handled[message].Count() != 1).Select(message => message.Name).ShouldBeEmpty();
    }

    /// <summary>F12 on a message shows its use case; a query that only forwards has its handler where its SQL is.</summary>
    [Fact]
    public void A_handler_is_internal_and_stands_in_its_message_or_beside_its_SQL() =>
        Code.Handlers.Where(handler => handler.IsPublic || handler.IsNestedPublic
                || (handler.Assembly != Code.Infrastructure && handler.DeclaringType != Handled(handler).FirstOrDefault()))
            .Select(handler => handler.FullName).ShouldBeEmpty();

    /// <summary>One file per handler, in the folder of the same name; a handler beside its SQL is tested on the database.</summary>
    [Fact]
    public void A_handler_has_its_file_of_tests() =>
        Code.Handlers.Where(handler => handler.Assembly == Code.Application).Select(Handled).Select(messages => messages.First())
            .Select(message => $"tests/Application.Tests/{Folder(message)}/{message.Name}Tests.cs").Except(Code.Paths("tests/Application.Tests")).ShouldBeEmpty();

    /// <summary>Every rule of the form with its code: the file of tests runs the validator itself.</summary>
    [Fact]
    public void A_validator_is_tested_where_its_message_is() =>
        Code.Messages.Where(message => message.GetNestedType("Validator") is not null)
            .Select(message => (message.Name, Path: $"tests/Application.Tests/{Folder(message)}/{message.Name}Tests.cs"))
            .Where(message => !Code.Files("tests/Application.Tests", ".cs").Any(file => file.Path == message.Path && file.Text.Contains($"new {message.Name}.Validator()", StringComparison.Ordinal)))
            .Select(message => message.Name).ShouldBeEmpty();

    [Fact]
    public void No_handler_calls_the_mediator() =>
        Code.Handlers.Where(handler => handler.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .SelectMany(constructor => constructor.GetParameters()).Any(parameter => parameter.ParameterType == typeof(IMediator)))
            .Select(handler => handler.FullName).ShouldBeEmpty();

    [Fact]
    public void Names_have_no_technical_suffix() =>
        Code.Types(Code.Application).Concat(Code.Types(Code.Domain)).Where(type => !type.IsInterface && !type.IsSubclassOf(typeof(Attribute)) && !type.ContainsGenericParameters)
            .Select(type => type.Name).Where(name => BannedSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal))).ShouldBeEmpty();

    private static string Folder(Type message) => message.Namespace!["Connect.Application.".Length..].Replace('.', '/');

    private static int Declarations(Type message) =>
        message.GetCustomAttributes().Count(attribute => attribute is RequiresAttribute or OpenAttribute or OperatorOnlyAttribute);

    private static IEnumerable<Type> Handled(Type handler) => handler.GetInterfaces()
        .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)).Select(i => i.GetGenericArguments()[0]);
}
