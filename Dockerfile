# The server as an image: built with the SDK, run by an unprivileged user on the ASP.NET Core runtime.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# Packages are restored in a layer of their own, which stays valid while no project file changes.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY src/OpenProject.Domain/OpenProject.Domain.csproj src/OpenProject.Domain/
COPY src/OpenProject.Application/OpenProject.Application.csproj src/OpenProject.Application/
COPY src/OpenProject.Infrastructure/OpenProject.Infrastructure.csproj src/OpenProject.Infrastructure/
COPY src/OpenProject.Api/OpenProject.Api.csproj src/OpenProject.Api/
RUN dotnet restore src/OpenProject.Api --use-current-runtime -p:PublishReadyToRun=true

COPY src src
RUN dotnet publish src/OpenProject.Api --no-restore --configuration Release --use-current-runtime --no-self-contained \
    -p:PublishReadyToRun=true --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .

# Files that outlive the container: the embedded database, and what API clients upload.
RUN mkdir /data && chown app /data
VOLUME /data
ENV Data__Directory=/data ASPNETCORE_HTTP_PORTS=8080

USER $APP_UID
EXPOSE 8080

# The image holds no HTTP client; bash speaks enough of it to read the status line.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]

ENTRYPOINT ["dotnet", "OpenProject.Api.dll"]
