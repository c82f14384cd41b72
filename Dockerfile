# The app alone: bring a PostgreSQL of your own and name it in DATABASE_URL.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json nest-cli.json ./
COPY config config
COPY migrations migrations
COPY src src
RUN npm run build && npm prune --omit=dev

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/config config
COPY --from=build /app/dist dist
USER node
# docker run IMAGE serves HTTP; docker run IMAGE dist/src/cli.js --help is the command line.
ENV HONOR_HOST=0.0.0.0
EXPOSE 3000
ENTRYPOINT ["node"]
CMD ["dist/src/main.js"]
