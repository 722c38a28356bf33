import { type Need, requireAccess } from '../access.ts';
import { createComment, type Doer, deleteComment, editComment, react } from '../conversation.ts';
import { resolveCommit } from '../git-store.ts';
import { asObject, asString, type JsonObject } from '../json.ts';
import type { Comment, Issue, Post, Repository, Review, Token, User } from '../model.ts';
import { fullName } from '../model.ts';
import type { Platform } from '../platform.ts';
import { commentsOf, issueUrl } from '../render/issues.ts';
import { association } from '../render/people.ts';
import { GraphqlError, type Node } from './execute.ts';
import { connection, enums, int32, object } from './types.ts';

/** The graph as one token sees it. */
export function buildSchema(
  platform: Platform,
  token: Token,
  missing: (error: GraphqlError) => void,
): { query: Node; mutation: Node } {
  const doer: Doer = { user: token.user, token };
  const need = (repo: Repository, ...needs: Need[]): void => requireAccess(platform, token, repo, needs);
  const onIssue = (issue: Issue, access: 'read' | 'write'): Need[] =>
    issue.pull ? [`issues:${access}`, `pull-requests:${access}`] : [`issues:${access}`];

  const userNode = (user: User): Node =>
    // GraphQL leaves the `[bot]` of an App's login out.
    object(
      user.type,
      { login: () => user.login.replace(/\[bot\]$/, ''), id: () => user.nodeId, databaseId: () => user.id },
      ['Actor', 'Node'],
    );

  const postFields = (post: Post, type: string, repo: Repository): Node['fields'] => ({
    id: () => post.nodeId,
    databaseId: () => int32(post.id, type),
    fullDatabaseId: () => String(post.id),
    body: () => post.body,
    author: () => userNode(post.author),
    authorAssociation: () => association(repo, post.author),
    createdAt: () => post.createdAt,
    updatedAt: () => post.updatedAt,
    lastEditedAt: () => post.lastEditedAt,
    editor: () => {
      const edit = post.edits.at(-1);
      return edit ? userNode(edit.editor) : null;
    },
    includesCreatedEdit: () => post.edits.length > 0,
    userContentEdits: connection('UserContentEditConnection', post.edits, (edit) =>
      object('UserContentEdit', {
        editedAt: () => edit.at,
        editor: () => userNode(edit.editor),
        diff: () => edit.body,
      }),
    ),
    viewerDidAuthor: () => post.author.id === token.user.id,
    reactions: connection('ReactionConnection', post.reactions, (reaction) =>
      object('Reaction', {
        id: () => reaction.nodeId,
        content: () => enums[reaction.content],
        user: () => userNode(reaction.user),
      }),
    ),
  });

  const commentNode = (comment: Comment, repo: Repository): Node => {
    const issue = repo.issues.get(comment.issueNumber);
    return object(
      'IssueComment',
      {
        ...postFields(comment, 'IssueComment', repo),
        url: () => (issue ? `${issueUrl(issue, repo, platform.urls)}#issuecomment-${comment.id}` : null),
        isMinimized: () => comment.minimizedReason !== null,
        minimizedReason: () => comment.minimizedReason,
        issue: () => (issue ? issueNode(issue, repo) : null),
      },
      ['Node', 'Comment', 'Reactable', 'UpdatableComment', 'Minimizable'],
    );
  };

  const reviewNode = (review: Review, repo: Repository): Node =>
    object(
      'PullRequestReview',
      {
        id: () => review.nodeId,
        fullDatabaseId: () => String(review.id),
        body: () => review.body,
        state: () => review.state,
        author: () => userNode(review.author),
        submittedAt: () => review.submittedAt,
        lastEditedAt: () => review.lastEditedAt,
        editor: () => null,
        viewerDidAuthor: () => review.author.id === token.user.id,
        commit: () => object('Commit', { oid: () => review.commitId }),
        repository: () => repositoryNode(repo),
      },
      ['Node', 'Comment', 'Reactable'],
    );

  function issueNode(issue: Issue, repo: Repository): Node {
    const { pull } = issue;
    const fields: Node['fields'] = {
      ...postFields(issue, pull ? 'PullRequest' : 'Issue', repo),
      number: () => issue.number,
      title: () => issue.title,
      state: () => issue.state.toUpperCase(),
      url: () => issueUrl(issue, repo, platform.urls),
      locked: () => issue.locked,
      comments: connection('IssueCommentConnection', commentsOf(repo, issue.number), (comment) =>
        commentNode(comment, repo),
      ),
    };
    if (!pull) return object('Issue', fields, ['Node', 'Comment', 'Reactable']);
    const reviews = [...repo.reviews.values()].filter((review) => review.issueNumber === issue.number);
    return object(
      'PullRequest',
      {
        ...fields,
        headRefOid: () => pull.headSha,
        headRefName: () => pull.headRef,
        baseRefName: () => pull.baseRef,
        isCrossRepository: () => pull.headRepo !== repo,
        isDraft: () => pull.draft,
        headRepository: () => repositoryNode(pull.headRepo),
        reviews: connection('PullRequestReviewConnection', reviews, (review) => reviewNode(review, repo)),
      },
      ['Node', 'Comment', 'Reactable'],
    );
  }

  function repositoryNode(repo: Repository): Node {
    const find = (input: JsonObject): Issue => {
      const issue = repo.issues.get(Number(input.number));
      if (!issue)
        throw new GraphqlError(
          `Could not resolve to an Issue with the number of ${String(input.number)}.`,
          'NOT_FOUND',
        );
      need(repo, ...onIssue(issue, 'read'));
      return issue;
    };
    return object(
      'Repository',
      {
        id: () => repo.nodeId,
        databaseId: () => repo.id,
        name: () => repo.name,
        nameWithOwner: () => fullName(repo),
        url: () => platform.repositoryUrl(repo),
        issue: (input) => issueNode(find(input), repo),
        pullRequest: (input) => issueNode(find(input), repo),
        issueOrPullRequest: (input) => issueNode(find(input), repo),
        ref: async (input) => {
          need(repo, 'contents:read');
          const name = asString(input.qualifiedName);
          const oid = await resolveCommit(
            repo.gitDir,
            name.startsWith('refs/') ? name : `refs/heads/${name}`,
          );
          return oid === null
            ? null
            : object('Ref', { name: () => name, target: () => object('Commit', { oid: () => oid }) });
        },
      },
      ['Node'],
    );
  }

  interface Found {
    repo: Repository;
    node: Node;
    issue: Issue | null;
    post: Post | Review | null;
    comment: Comment | null;
  }

  function findNode(id: string): Found {
    for (const repo of platform.repositories.values()) {
      for (const comment of repo.comments.values()) {
        const issue = repo.issues.get(comment.issueNumber) ?? null;
        if (comment.nodeId === id)
          return { repo, node: commentNode(comment, repo), issue, post: comment, comment };
      }
      for (const issue of repo.issues.values()) {
        if (issue.nodeId === id)
          return { repo, node: issueNode(issue, repo), issue, post: issue, comment: null };
      }
      for (const review of repo.reviews.values()) {
        const issue = repo.issues.get(review.issueNumber) ?? null;
        if (review.nodeId === id)
          return { repo, node: reviewNode(review, repo), issue, post: review, comment: null };
      }
    }
    throw new GraphqlError(`Could not resolve to a node with the global id of '${id}'`, 'NOT_FOUND');
  }

  const readable = (id: unknown): Found => {
    const found = findNode(asString(id));
    if (found.issue) need(found.repo, ...onIssue(found.issue, 'read'));
    return found;
  };
  const writable = (id: unknown): Found & { issue: Issue } => {
    const found = findNode(asString(id));
    const { issue } = found;
    if (!issue) throw new GraphqlError('Could not resolve to a node', 'NOT_FOUND');
    need(found.repo, ...onIssue(issue, 'write'));
    return { ...found, issue };
  };

  const query = object('Query', {
    viewer: () => userNode(token.user),
    node: (input) => readable(input.id).node,
    // What is gone is null among the others, and an error beside them.
    nodes: (input) =>
      Array.isArray(input.ids)
        ? input.ids.map((id: unknown) => {
            try {
              return readable(id).node;
            } catch (error) {
              if (!(error instanceof GraphqlError)) throw error;
              missing(error);
              return null;
            }
          })
        : [],
    repository: (input) => {
      const repo = platform.repository(`${asString(input.owner)}/${asString(input.name)}`);
      if (!repo)
        throw new GraphqlError(
          `Could not resolve to a Repository with the name '${asString(input.owner)}/${asString(input.name)}'.`,
          'NOT_FOUND',
        );
      return repositoryNode(repo);
    },
    rateLimit: () => object('RateLimit', { limit: () => 5000, remaining: () => 4999, cost: () => 1 }),
  });

  const mutation = object('Mutation', {
    addReaction: (input) => {
      const given = asObject(input.input);
      const { repo, post, node } = writable(given.subjectId);
      const content = Object.entries(enums).find(([, name]) => name === given.content)?.[0];
      if (!content || !post)
        throw new GraphqlError(`Argument 'content' on InputObject 'AddReactionInput' has an invalid value`);
      const { reaction } = react(platform, post, token.user, content);
      return object('AddReactionPayload', {
        reaction: () =>
          object('Reaction', { id: () => reaction.nodeId, content: () => enums[reaction.content] }),
        subject: () => ({ ...node, fields: { ...node.fields, repository: () => repositoryNode(repo) } }),
        clientMutationId: () => given.clientMutationId ?? null,
      });
    },
    addComment: async (input) => {
      const given = asObject(input.input);
      const { repo, issue } = writable(given.subjectId);
      const { comment } = await createComment(platform, repo, issue.number, doer, asString(given.body));
      const edge = object('IssueCommentEdge', { node: () => commentNode(comment, repo) });
      return object('AddCommentPayload', { commentEdge: () => edge, subject: () => issueNode(issue, repo) });
    },
    updateIssueComment: async (input) => {
      const given = asObject(input.input);
      const { repo, comment } = writable(given.id);
      if (!comment) throw new GraphqlError('Could not resolve to IssueComment node', 'NOT_FOUND');
      await editComment(platform, repo, comment.id, doer, asString(given.body));
      return object('UpdateIssueCommentPayload', { issueComment: () => commentNode(comment, repo) });
    },
    deleteIssueComment: async (input) => {
      const { repo, comment } = writable(asObject(input.input).id);
      if (!comment) throw new GraphqlError('Could not resolve to IssueComment node', 'NOT_FOUND');
      await deleteComment(platform, repo, comment.id, doer);
      return object('DeleteIssueCommentPayload', { clientMutationId: () => null });
    },
    minimizeComment: (input) => {
      const given = asObject(input.input);
      const { repo, comment } = writable(given.subjectId);
      if (!comment) throw new GraphqlError('Could not resolve to IssueComment node', 'NOT_FOUND');
      comment.minimizedReason = asString(given.classifier).toLowerCase();
      return object('MinimizeCommentPayload', { minimizedComment: () => commentNode(comment, repo) });
    },
  });

  return { query, mutation };
}
