using System.Text;

namespace OpenProject.Api.Errors;

/// <summary>Sends the body of an error; to <c>HEAD</c> its length alone.</summary>
internal static class ErrorBody
{
    /// <summary>Sends text.</summary>
    public static Task WriteAsync(HttpContext http, int status, string contentType, string text) =>
        WriteAsync(http, status, contentType, Encoding.UTF8.GetBytes(text));

    /// <summary>Sends bytes.</summary>
    public static async Task WriteAsync(HttpContext http, int status, string contentType, ReadOnlyMemory<byte> body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
