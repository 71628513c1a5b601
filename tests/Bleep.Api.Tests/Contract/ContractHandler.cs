namespace Bleep.Api.Tests.Contract;

/// <summary>Holds every answer of the interface against the contract while it passes.</summary>
internal sealed class ContractHandler() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (request.RequestUri!.AbsolutePath.StartsWith("/v2/", StringComparison.Ordinal))
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            var faults = WireContract.FaultsOf(
                request.Method.Method,
                request.RequestUri.AbsolutePath,
                (int)response.StatusCode,
                response.Content.Headers.ContentType?.MediaType,
                await response.Content.ReadAsStringAsync(cancellationToken));
            Assert.True(faults.Count == 0, string.Join('\n', faults));
        }
        return response;
    }
}
