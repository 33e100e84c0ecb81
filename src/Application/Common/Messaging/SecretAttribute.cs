namespace Connect.Application.Common.Messaging;

/// <summary>A property of a message that is no part of what is kept to know the message again.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
