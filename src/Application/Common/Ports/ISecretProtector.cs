namespace Connect.Application.Common.Ports;

/// <summary>Encrypts what must not lie readable in the database: PIN, PUK, eSIM codes, authenticator seeds.</summary>
public interface ISecretProtector
{
    string Protect(string secret);

    string Unprotect(string protectedSecret);
}
