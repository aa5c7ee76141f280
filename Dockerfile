# syntax=docker/dockerfile:1
# eng/docker-steps.sh runs these steps without Docker and shows that what they make serves the desk.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
# What decides the packages comes first, so that restoring is repeated only when it changes.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY eng/*.props eng/*.targets eng/
COPY src/RecurrentGpt/RecurrentGpt.csproj src/RecurrentGpt/
COPY src/RecurrentGpt.Web/RecurrentGpt.Web.csproj src/RecurrentGpt.Web/
RUN dotnet restore src/RecurrentGpt.Web/RecurrentGpt.Web.csproj --use-current-runtime
COPY .editorconfig appsettings.json ./
COPY wwwroot/ wwwroot/
COPY src/ src/
RUN dotnet publish src/RecurrentGpt.Web/RecurrentGpt.Web.csproj --configuration Release --use-current-runtime --no-restore --output /app -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS final
# The system's SQLite is newer than the one that comes with the packages.
RUN apt-get update && apt-get install --yes --no-install-recommends libsqlite3-0 && rm -rf /var/lib/apt/lists/*
RUN mkdir /data && chown $APP_UID /data
WORKDIR /app
COPY --from=build /app ./
# Inside a container the desk listens on every address, so people sign in. README.md says how one person on this machine goes without.
ENV ASPNETCORE_URLS=http://+:5080 Storage__Path=/data SignIn__Enabled=true
EXPOSE 5080
VOLUME /data
USER $APP_UID
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s --retries=3 CMD ["dotnet", "RecurrentGpt.Web.dll", "health"]
ENTRYPOINT ["dotnet", "RecurrentGpt.Web.dll"]
