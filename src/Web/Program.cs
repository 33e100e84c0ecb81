using Connect.Web.Infrastructure;

return await PortalHost.RunAsync(args);

/// <summary>Entry point; public so that tests can start it in their own process.</summary>
public partial class Program;
